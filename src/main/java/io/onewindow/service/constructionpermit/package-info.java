/** 建筑工程施工许可: what permitting works to begin needs beyond its model. */
package io.onewindow.service.constructionpermit;
